#include <fstream>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/vector_form.hpp"
#include "nn/io/vector_reading.hpp"
#include "nn/io/vector_rows.hpp"

namespace nn {

namespace {

// [snip:binary-bytes]
constexpr std::size_t longest_word = 4096;  // bytes

/// \brief A file's bytes from the front, and the place where we are.
class Bytes {
public:
    explicit Bytes(const std::filesystem::path& path)
        : name_(path.string()), stream_(path, std::ios::binary) {
        if (!stream_) refuse_unreadable(path);
    }

    /// \brief The bytes before the next `end`, which is skipped; nothing if the
    /// file or `longest_word` bytes end before it.
    std::optional<std::string> before(char end) {
        std::string bytes;
        for (char c = 0; bytes.size() < longest_word && stream_.get(c);) {
            ++at_;
            if (c == end) return bytes;
            bytes += c;
        }
        return std::nullopt;
    }

    /// \brief Fills `count` floats, or returns false.
    bool floats(float* to, std::size_t count) {
        const auto wanted = static_cast<std::streamsize>(count * sizeof(float));
        stream_.read(reinterpret_cast<char*>(to), wanted);
        at_ += static_cast<std::uint64_t>(stream_.gcount());
        return stream_.gcount() == wanted;
    }

    /// \brief Whether the last reading met the end of the file.
    bool ended() const { return stream_.eof(); }

    /// \brief Skips line feeds; true if the file ends then.
    bool end_here() {
        while (stream_.peek() == '\n') stream_.get(), ++at_;
        return stream_.peek() == std::ifstream::traits_type::eof();
    }

    std::string where() const {
        return name_ + ": byte " + std::to_string(at_) + ": ";
    }

private:
    std::string name_;
    std::ifstream stream_;
    std::uint64_t at_ = 0;
};
// [snip:binary-bytes]

// [snip:binary-row-read]
[[noreturn]] void refuse_row(const Bytes& bytes, std::size_t word,
                             const VectorHeader& header) {
    const std::string which = "word " + std::to_string(word) + " of the " +
                              std::to_string(header.words) +
                              " that the first line says";
    if (bytes.ended())
        throw InputError(bytes.where() + "the file ends within " + which +
                         "; it is cut off, fetch or save it again");
    throw InputError(bytes.where() + "no end of " + which + " within " +
                     std::to_string(longest_word) +
                     " bytes; is the file word2vec's binary form?");
}

void read_binary_row(VectorRows& rows, Bytes& bytes, const VectorHeader& header) {
    const std::size_t number = rows.size() + 1;
    std::optional<std::string> word = bytes.before(' ');
    if (!word) refuse_row(bytes, number, header);
    word->erase(0, word->find_first_not_of('\n'));  // the end of the row before
    const std::string where = bytes.where();
    if (!bytes.floats(rows.begin(where, *word), rows.dimension()))
        refuse_row(bytes, number, header);
    rows.finish_row(where);
}
// [snip:binary-row-read]

}  // namespace

// [snip:load-binary]
WordVectors load_binary_vectors(const std::filesystem::path& path,
                                std::uint64_t size) {
    Bytes bytes(path);
    const std::optional<std::string> line = bytes.before('\n');
    const std::optional<VectorHeader> header =
        line ? header_of(*line) : std::nullopt;
    if (!header)
        throw InputError(path.string() +
                         ": does not begin with the number of words and of their "
                         "numbers; is it word2vec's binary form?");
    VectorRows rows(path.string() + ": line 1: ", *header, size / sizeof(float));
    while (!rows.full()) read_binary_row(rows, bytes, *header);
    if (!bytes.end_here())
        throw InputError(bytes.where() + "more bytes after the " +
                         std::to_string(header->words) +
                         " words that the first line says; mend it, or save again");
    return rows.finish();
}
// [snip:load-binary]

}  // namespace nn
