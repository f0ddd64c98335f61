#include "nn/io/checkpoint.hpp"

#include <boost/crc.hpp>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <utility>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/safetensors_header.hpp"

namespace nn {

namespace {

// [snip:checkpoint-metadata]
const std::string checkpoint_version = "1";
const std::string option_prefix = "option.";

/// \brief Everything about a checkpoint that is no matrix, as texts.
Metadata metadata_for(const std::string& program, const Checkpoint& checkpoint) {
    Metadata metadata{{"checkpoint", checkpoint_version},
                      {"program", program},
                      {"step", std::to_string(checkpoint.step)}};
    for (const auto& [name, value] : checkpoint.options)
        metadata[option_prefix + name] = value;
    metadata.insert(checkpoint.about.begin(), checkpoint.about.end());
    return metadata;
}
// [snip:checkpoint-metadata]

// [snip:checksum-of]
/// \brief CRC-32 of the header without its checksum, and of all numbers, as eight
/// digits.
std::string checksum_of(const Metadata& metadata,
                        const std::vector<NamedMatrix>& tensors,
                        const std::string& path) {
    const std::string header = tensor_header(metadata, tensors, path);
    boost::crc_32_type crc;
    crc.process_bytes(header.data(), header.size());
    for (const auto& [name, matrix] : tensors)
        crc.process_bytes(matrix.memptr(), matrix.n_elem * sizeof(float));
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", unsigned{crc.checksum()});
    return digits;
}
// [snip:checksum-of]

}  // namespace

// [snip:save-checkpoint]
void save_checkpoint(const std::filesystem::path& path, const std::string& program,
                     const Checkpoint& checkpoint, const std::string& option) {
    Metadata metadata = metadata_for(program, checkpoint);
    metadata["checksum"] = checksum_of(metadata, checkpoint.tensors, path.string());
    save_tensors(path, metadata, checkpoint.tensors, option);
}
// [snip:save-checkpoint]

namespace {

// [snip:require-checkpoint]
std::string text_of(const Metadata& metadata, const std::string& key) {
    const auto found = metadata.find(key);
    return found == metadata.end() ? "" : found->second;
}

/// \brief Refuses what does not even claim to be a checkpoint as we write them.
void require_checkpoint(const Metadata& metadata, const std::string& path) {
    if (!metadata.contains("checkpoint") || !metadata.contains("checksum"))
        throw InputError(path +
                         ": is no checkpoint, only tensors; name a file "
                         "that this program saved");
    if (text_of(metadata, "checkpoint") != checkpoint_version)
        throw InputError(path + ": is a checkpoint of another version than " +
                         checkpoint_version +
                         "; continue it with the book's edition that saved it");
}

void require_program(const Metadata& metadata, const std::string& program,
                     const std::string& path) {
    if (text_of(metadata, "program") != program)
        throw InputError(path + ": is a checkpoint of " +
                         text_of(metadata, "program") + ", not of " + program +
                         "; name a file that this program saved");
}
// [snip:require-checkpoint]

// [snip:require-unaltered]
/// \brief Refuses a file in which a byte is not as save_checkpoint() wrote it.
void require_unaltered(const TensorFile& file, const std::string& path) {
    Metadata metadata = file.metadata;
    metadata.erase("checksum");
    const std::string header = tensor_header(file.metadata, file.tensors, path);
    std::string there(header.size(), '\0');
    std::ifstream(path, std::ios::binary)
        .read(there.data(), static_cast<std::streamsize>(there.size()));
    const std::string checksum = checksum_of(metadata, file.tensors, path);
    if (there == header && checksum == text_of(file.metadata, "checksum")) return;
    throw InputError(path + ": its checksum should be " + checksum +
                     "; the file was altered after it was saved: take an earlier "
                     "copy, or begin anew");
}
// [snip:require-unaltered]

}  // namespace

// [snip:load-checkpoint]
Checkpoint load_checkpoint(const std::filesystem::path& path,
                           const std::string& program) {
    TensorFile file = load_tensors(path);
    require_checkpoint(file.metadata, path.string());
    require_unaltered(file, path.string());
    require_program(file.metadata, program, path.string());
    Checkpoint checkpoint;
    const std::string step = text_of(file.metadata, "step");
    std::from_chars(step.data(), step.data() + step.size(), checkpoint.step);
    for (const auto& [name, value] : file.metadata)
        if (name.starts_with(option_prefix))
            checkpoint.options[name.substr(option_prefix.size())] = value;
    checkpoint.tensors = std::move(file.tensors);
    return checkpoint;
}
// [snip:load-checkpoint]

// [snip:require-same-options]
void require_same_options(const std::filesystem::path& path,
                          const Metadata& of_checkpoint, const Metadata& asked) {
    Metadata names = of_checkpoint;
    names.insert(asked.begin(), asked.end());
    for (const auto& [name, unused] : names) {
        const auto value = [&name = name](const Metadata& options) {
            const auto found = options.find(name);
            return found == options.end() ? "not set" : "'" + found->second + "'";
        };
        if (value(of_checkpoint) != value(asked))
            throw InputError(path.string() + ": its option " + name + " is " +
                             value(of_checkpoint) + ", here it is " + value(asked) +
                             "; ask for the same, or begin anew");
    }
}
// [snip:require-same-options]

}  // namespace nn
