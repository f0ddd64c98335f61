#include "nn/io/vector_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/vector_form.hpp"
#include "nn/io/vector_reading.hpp"

namespace nn {

// [snip:form-of]
VectorForm form_of(const std::filesystem::path& path) {
    const std::string end = path.extension();
    if (end == ".bin") return VectorForm::word2vec_binary;
    if (end == ".vec") return VectorForm::word2vec_text;
    if (end == ".txt") return VectorForm::glove_text;
    throw InputError(path.string() + ": '" + end +
                     "' is no form of word vectors; end the name in .vec (word2vec "
                     "text), .bin (word2vec binary) or .txt (GloVe text)");
}
// [snip:form-of]

namespace {

// [snip:text-row]
constexpr std::size_t longest_float = 16;  // as -1.1754944e-38

/// \brief "word 0.25 -1": each number in the fewest digits that read back to it.
void append_row(std::string& text, const WordVectors& vectors, std::size_t j) {
    text += vectors.words[j];
    char digits[longest_float];
    for (const float x : vectors.vectors.unsafe_col(j)) {
        const auto end = std::to_chars(digits, digits + longest_float, x).ptr;
        text.append(1, ' ').append(digits, end);
    }
    text += '\n';
}
// [snip:text-row]

// [snip:binary-row]
void append_binary_row(std::string& bytes, const WordVectors& vectors,
                       std::size_t j) {
    const char* const first =
        reinterpret_cast<const char*>(vectors.vectors.colptr(j));
    bytes += vectors.words[j] + ' ';
    bytes.append(first, vectors.vectors.n_rows * sizeof(float));
    bytes += '\n';  // as word2vec.c does; readers skip it
}
// [snip:binary-row]

// [snip:require-row]
/// \brief Refuses what would read back as something else.
void require_row(const std::string& name, const WordVectors& vectors,
                 std::size_t j) {
    const std::string& word = vectors.words[j];
    const std::string which = name + ": word " + std::to_string(j + 1);
    const auto splits = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    if (word.empty()) throw InputError(which + " is empty; leave it out");
    if (std::any_of(word.begin(), word.end(), splits))
        throw InputError(which + ", '" + word +
                         "', holds a space or a control character, where the word "
                         "would end; write _ instead");
    if (!vectors.vectors.unsafe_col(j).is_finite())
        throw InputError(which + ", '" + word +
                         "', has a number that is not finite; train with a lower "
                         "learning rate");
}
// [snip:require-row]

// [snip:require-rows]
void require_rows(const std::string& name, const WordVectors& vectors,
                  VectorForm form) {
    if (vectors.words.empty() || vectors.words.size() != vectors.vectors.n_cols ||
        vectors.vectors.n_rows == 0)
        throw InputError(name + ": " + std::to_string(vectors.words.size()) +
                         " words and " + std::to_string(vectors.vectors.n_rows) +
                         " × " + std::to_string(vectors.vectors.n_cols) +
                         " numbers; give a column a word, and at least one");
    for (std::size_t j = 0; j < vectors.words.size(); ++j)
        require_row(name, vectors, j);
    std::string first;
    append_row(first, vectors, 0);
    if (form == VectorForm::glove_text && header_of(first))
        throw InputError(name + ": its first line would be '" +
                         first.substr(0, first.size() - 1) +
                         "', which is read as a count of words; end the name in "
                         ".vec");
}
// [snip:require-rows]

}  // namespace

// [snip:load-vectors]
WordVectors load_vectors(const std::filesystem::path& path) {
    constexpr std::uint64_t bound = std::uint64_t{1} << 34;
    const VectorForm form = form_of(path);
    const std::uint64_t bytes = size_of_file(path);
    if (bytes > bound)
        throw InputError(path.string() + ": " + std::to_string(bytes) +
                         " bytes, the bound is " + std::to_string(bound) +
                         "; keep the most common words only");
    return form == VectorForm::word2vec_binary ? load_binary_vectors(path, bytes)
                                               : load_text_vectors(path, bytes);
}
// [snip:load-vectors]

// [snip:require-vector-file-name]
void require_vector_file_name(const std::filesystem::path& path) {
    form_of(path);
    if (std::filesystem::is_directory(path))
        throw InputError(path.string() + ": is a directory; name a file in it");
    require_writable_folder(std::filesystem::absolute(path).parent_path(),
                            "--save FILE");
}
// [snip:require-vector-file-name]

// [snip:save-vectors]
void save_vectors(const std::filesystem::path& path, const WordVectors& vectors) {
    const VectorForm form = form_of(path);
    require_rows(path.string(), vectors, form);
    const auto append =
        form == VectorForm::word2vec_binary ? append_binary_row : append_row;
    const auto write = [&](std::ostream& out) {
        if (form != VectorForm::glove_text)
            out << vectors.words.size() << ' ' << vectors.vectors.n_rows << '\n';
        std::string row;
        for (std::size_t j = 0; j < vectors.words.size(); ++j) {
            row.clear();
            append(row, vectors, j);
            out << row;
        }
    };
    write_file(path, write, "--save FILE");
}
// [snip:save-vectors]

}  // namespace nn
