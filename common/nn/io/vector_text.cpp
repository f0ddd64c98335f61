#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <vector>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/text.hpp"
#include "nn/io/vector_form.hpp"
#include "nn/io/vector_reading.hpp"
#include "nn/io/vector_rows.hpp"

namespace nn {

// [snip:header-of]
std::optional<VectorHeader> header_of(std::string_view line) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 2) return std::nullopt;
    std::uint64_t numbers[2];
    for (std::size_t i = 0; i < 2; ++i) {
        if (fields[i].find_first_not_of("0123456789") != line.npos)
            return std::nullopt;
        const char* const begin = fields[i].data();
        const auto read =
            std::from_chars(begin, begin + fields[i].size(), numbers[i]);
        if (read.ec == std::errc::result_out_of_range)
            numbers[i] = std::numeric_limits<std::uint64_t>::max();
    }
    return VectorHeader{numbers[0], numbers[1]};
}
// [snip:header-of]

namespace {

// [snip:vector-lines]
constexpr std::string_view blanks = " \t\r";

/// \brief The lines of a file that are not blank, one at a time.
class Lines {
public:
    explicit Lines(const std::filesystem::path& path)
        : name_(path.string()), stream_(path, std::ios::binary), buffer_(longest) {
        if (!stream_) refuse_unreadable(path);
    }

    /// \brief The next line without the blanks at its end, or false.
    bool next(std::string_view& line) {
        do {
            stream_.getline(buffer_.data(), longest);
            if (stream_.gcount() == 0) return false;
            ++number_;
            if (stream_.fail())
                throw InputError(where() + "longer than " +
                                 std::to_string(longest) +
                                 " bytes; is it a text file of vectors?");
            line = {buffer_.data(), static_cast<std::size_t>(stream_.gcount())};
            if (!stream_.eof())
                line.remove_suffix(1);  // the line feed, read but not kept
            if (number_ == 1 && line.starts_with("\uFEFF")) line.remove_prefix(3);
            line = line.substr(0, line.find_last_not_of(blanks) + 1);
        } while (line.empty());
        return true;
    }

    void rewind() {
        stream_.clear();
        stream_.seekg(0);
        number_ = 0;
    }

    std::string where() const {
        return name_ + ": line " + std::to_string(number_) + ": ";
    }

private:
    static constexpr std::streamsize longest = 1 << 20;
    std::string name_;
    std::ifstream stream_;
    std::vector<char> buffer_;
    std::size_t number_ = 0;
};
// [snip:vector-lines]

// [snip:read-float]
/// \brief The number that a field is, if it is one. What is too small for a float
/// becomes 0, what is too large infinite.
std::optional<float> float_of(std::string_view field) {
    float number = 0;
    const char* const end = field.data() + field.size();
    const auto [after, error] = std::from_chars(field.data(), end, number);
    if (error == std::errc::invalid_argument || after != end) return std::nullopt;
    if (error == std::errc::result_out_of_range)
        number = std::strtof(std::string(field).c_str(), nullptr);
    return number;
}
// [snip:read-float]

// [snip:read-row]
void read_row(VectorRows& rows, const std::string& where, std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(blanks), line.size());
    float* const row = rows.begin(where, line.substr(0, end));
    const std::string word(line.substr(0, end));
    const std::vector<std::string_view> fields = fields_of(line.substr(end));
    if (fields.size() != rows.dimension())
        throw InputError(where + "'" + word + "' has " +
                         std::to_string(fields.size()) + " numbers, not " +
                         std::to_string(rows.dimension()) +
                         " as line 1 says; fetch or save the file again");
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::optional<float> number = float_of(fields[i]);
        if (!number)
            throw InputError(where + "'" + std::string(fields[i]) + "', number " +
                             std::to_string(i + 1) + " of '" + word +
                             "', is not a number; write one");
        row[i] = *number;
    }
    rows.finish_row(where);
}
// [snip:read-row]

// [snip:counted-header]
/// \brief GloVe's form has no header: the first line tells d, and V is counted.
VectorHeader counted_header(Lines& lines, std::string_view line) {
    VectorHeader header{1, fields_of(line).size() - 1};
    if (header.dimension == 0)
        throw InputError(lines.where() + "'" + std::string(line) +
                         "' has no numbers; is it a file of vectors?");
    while (lines.next(line)) ++header.words;
    lines.rewind();
    return header;
}
// [snip:counted-header]

}  // namespace

// [snip:load-text]
WordVectors load_text_vectors(const std::filesystem::path& path,
                              std::uint64_t bytes) {
    Lines lines(path);
    std::string_view line;
    if (!lines.next(line))
        throw InputError(path.string() + ": " + std::to_string(bytes) +
                         " bytes and no vector; give a file with some");
    std::optional<VectorHeader> header = header_of(line);
    const std::string first = lines.where();
    if (!header) header = counted_header(lines, line);
    VectorRows rows(first, *header, bytes);  // a number takes 2 bytes or more
    while (lines.next(line)) {
        if (rows.full())
            throw InputError(lines.where() + "a word more than the " +
                             std::to_string(header->words) +
                             " that line 1 says; mend line 1");
        read_row(rows, lines.where(), line);
    }
    if (!rows.full())
        throw InputError(path.string() + ": ends after " +
                         std::to_string(rows.size()) + " words of the " +
                         std::to_string(header->words) +
                         " that line 1 says; fetch it again, or mend line 1");
    return rows.finish();
}
// [snip:load-text]

}  // namespace nn
