#include "nn/io/safetensors_header.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:header-names]
using Json = nlohmann::json;

const std::string metadata_key = "__metadata__";

/// \brief A text from a file as a message may show it: quoted, on one line.
std::string json_quoted(const std::string& text) {
    return shortened(Json(text).dump(), 80);
}

void require_text(const std::string& text, const std::string& path) {
    if (valid_utf8(text) != text.size())
        throw InputError(path + ": would hold a text that is not UTF-8, '" +
                         text.substr(0, valid_utf8(text)) +
                         "…'; give names and options in UTF-8");
}
// [snip:header-names]

// [snip:header-entry-written]
nlohmann::ordered_json entry_for(const NamedMatrix& tensor, std::uint64_t begin) {
    const arma::fmat& m = tensor.matrix;
    nlohmann::ordered_json entry;
    entry["dtype"] = "F32";
    entry["shape"] = nlohmann::ordered_json::array({m.n_rows});
    if (m.n_cols != 1) entry["shape"].push_back(m.n_cols);
    const std::uint64_t end = begin + m.n_elem * sizeof(float);
    entry["data_offsets"] = nlohmann::ordered_json::array({begin, end});
    return entry;
}
// [snip:header-entry-written]

}  // namespace

// [snip:header-written]
std::string tensor_header(const Metadata& metadata,
                          std::span<const NamedMatrix> tensors,
                          const std::string& path) {
    for (const auto& [name, text] : metadata)
        require_text(name, path), require_text(text, path);
    nlohmann::ordered_json header;
    header[metadata_key] = metadata;
    std::uint64_t begin = 0;
    for (const NamedMatrix& tensor : tensors) {
        require_text(tensor.name, path);
        require(!header.contains(tensor.name), "save_tensors",
                json_quoted(tensor.name) +
                    " is taken already; give each matrix a name "
                    "of its own");
        header[tensor.name] = entry_for(tensor, begin);
        begin += tensor.matrix.n_elem * sizeof(float);
    }
    std::string json = header.dump();
    json.resize((json.size() + 7) / 8 * 8, ' ');  // the numbers begin at a whole 8
    std::string length;
    for (int bits = 0; bits < 64; bits += 8)
        length += static_cast<char>(json.size() >> bits & 0xFF);
    return length + json;
}
// [snip:header-written]

namespace {

// [snip:header-parsed]
/// \brief The JSON as a tree; two equal names in one object are refused.
Json parsed(std::string_view text, const std::string& path) {
    std::map<int, std::set<std::string>> names;  // of the open objects, by depth
    const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) names[depth + 1].clear();
        if (event == Json::parse_event_t::key &&
            !names[depth].insert(value.get<std::string>()).second)
            throw InputError(path + ": the header has " +
                             json_quoted(value.get<std::string>()) +
                             " twice; a name may come once: save the file again");
        return true;
    };
    try {
        return Json::parse(text.begin(), text.end(), look);
    } catch (const Json::parse_error& error) {
        throw InputError(path + ": byte " + std::to_string(8 + error.byte) +
                         ": the header is not JSON here; the file is damaged: "
                         "fetch or save it again");
    } catch (const Json::out_of_range&) {
        throw InputError(path +
                         ": the header has a number beyond all bounds; the "
                         "file is damaged: fetch or save it again");
    }
}
// [snip:header-parsed]

// [snip:header-metadata]
Metadata metadata_of(const Json& header, const std::string& path) {
    const auto found = header.find(metadata_key);
    if (found == header.end()) return {};
    const auto is_text = [](const Json& value) { return value.is_string(); };
    if (!found->is_object() || !std::all_of(found->begin(), found->end(), is_text))
        throw InputError(path + ": its " + metadata_key +
                         " is not texts by name; save the file again");
    return found->get<Metadata>();
}
// [snip:header-metadata]

// [snip:header-entry-numbers]
/// \brief The whole numbers of a list; InputError if it is none, or has more than
/// two.
std::vector<std::uint64_t> numbers_of(const Json& entry, const char* key,
                                      const std::string& where) {
    const auto found = entry.find(key);
    const auto is_whole = [](const Json& x) { return x.is_number_unsigned(); };
    if (found == entry.end() || !found->is_array() ||
        !std::all_of(found->begin(), found->end(), is_whole))
        throw InputError(where + "its " + key +
                         " is not a list of whole numbers; save the file again");
    if (found->size() > 2)
        throw InputError(where + "its " + key + " has " +
                         std::to_string(found->size()) +
                         " numbers, a matrix has 2 at most; reshape it and save "
                         "again");
    return found->get<std::vector<std::uint64_t>>();
}
// [snip:header-entry-numbers]

// [snip:header-entry-read]
TensorEntry unwanted_entry(const std::string& name, const Json& entry,
                           const std::string& where) {
    const std::vector<std::uint64_t> offsets =
        numbers_of(entry, "data_offsets", where);
    if (offsets.size() != 2 || offsets[0] > offsets[1])
        throw InputError(where + "its data_offsets are " +
                         shortened(entry["data_offsets"].dump(), 80) +
                         ", not a beginning and an end; save the file again");
    return {name, 0, 0, offsets[0], offsets[1], false};
}

TensorEntry entry_of(const std::string& name, const Json& entry,
                     const std::string& where) {
    if (!entry.is_object() || !entry.contains("dtype"))
        throw InputError(where + "it has no dtype; save the file again");
    if (entry["dtype"] != "F32")
        throw InputError(where + "its dtype is " +
                         shortened(entry["dtype"].dump(), 80) +
                         ", the book reads \"F32\" only; in PyTorch save "
                         "tensor.float()");
    std::vector<std::uint64_t> shape = numbers_of(entry, "shape", where);
    const std::vector<std::uint64_t> offsets =
        numbers_of(entry, "data_offsets", where);
    shape.resize(2, 1);  // [] is one number, [n] a column
    const auto [rows, columns] = std::pair(shape[0], shape[1]);
    constexpr std::uint64_t most =
        std::numeric_limits<std::uint64_t>::max() / sizeof(float);
    const bool is_countable = rows == 0 || columns <= most / rows;
    if (!is_countable || offsets.size() != 2 || offsets[0] > offsets[1] ||
        offsets[1] - offsets[0] != rows * columns * sizeof(float))
        throw InputError(where + "the shape " + entry["shape"].dump() +
                         " of F32 does not fit the data_offsets " +
                         entry["data_offsets"].dump() + "; save the file again");
    return {name, rows, columns, offsets[0], offsets[1], true};
}
// [snip:header-entry-read]

// [snip:header-entries-fit]
void require_no_holes(const TensorHeader& header, std::uint64_t data_bytes,
                      const std::string& path) {
    std::uint64_t at = 0;
    for (const TensorEntry& entry : header.entries) {
        if (entry.begin != at)
            throw InputError(path + ": tensor " + json_quoted(entry.name) +
                             ": it begins at byte " + std::to_string(entry.begin) +
                             " of the data, the one before ends at " +
                             std::to_string(at) + "; save the file again");
        at = entry.end;
    }
    if (at > data_bytes)
        throw InputError(path + ": its tensors need " + std::to_string(at) +
                         " bytes after the header, and there are " +
                         std::to_string(data_bytes) +
                         "; the file is cut off: fetch or save it again");
    if (at < data_bytes)
        throw InputError(path + ": " + std::to_string(data_bytes - at) +
                         " bytes after the last tensor; the file is damaged: fetch "
                         "or save it again");
}
// [snip:header-entries-fit]

}  // namespace

// [snip:header-read]
TensorHeader read_tensor_header(std::string_view json, std::uint64_t data_bytes,
                                const std::string& path,
                                const TensorChoice& is_wanted) {
    const Json tree = parsed(json, path);
    if (!tree.is_object())
        throw InputError(path +
                         ": the header is no JSON object; it is not a "
                         "safetensors file");
    TensorHeader header{metadata_of(tree, path), {}};
    for (const auto& [name, entry] : tree.items()) {
        if (name == metadata_key) continue;
        const auto read = !is_wanted || is_wanted(name) ? entry_of : unwanted_entry;
        header.entries.push_back(
            read(name, entry, path + ": tensor " + json_quoted(name) + ": "));
    }
    std::stable_sort(header.entries.begin(), header.entries.end(),
                     [](const TensorEntry& a, const TensorEntry& b) {
                         return std::pair(a.begin, a.end) <
                                std::pair(b.begin, b.end);
                     });
    require_no_holes(header, data_bytes, path);
    return header;
}
// [snip:header-read]

}  // namespace nn
