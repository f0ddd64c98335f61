#include "nn/io/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "nn/io/error.hpp"

namespace nn {

// [snip:valid-utf8]
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro U8_NEXT

std::size_t valid_utf8(std::string_view text) {
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        const std::int64_t start = i;
        UChar32 character = 0;
        U8_NEXT(text.data(), i, size, character);
        if (character < 0) return static_cast<std::size_t>(start);
    }
    return text.size();
}
// [snip:valid-utf8]

// [snip:require-utf8]
void require_utf8(std::string_view text, const std::string& name) {
    const std::size_t valid = valid_utf8(text);
    if (valid == text.size()) return;
    const std::string_view good = text.substr(0, valid);
    const auto feeds = std::count(good.begin(), good.end(), '\n');
    refuse_utf8(name, valid, static_cast<std::uint64_t>(feeds) + 1, text[valid]);
}

void refuse_utf8(const std::string& name, std::uint64_t byte, std::uint64_t line,
                 char value) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "0x%02X", static_cast<unsigned char>(value));
    throw InputError(name + ": byte " + std::to_string(byte) + " (line " +
                     std::to_string(line) + "), " + hex +
                     ", is not valid UTF-8; convert the file: iconv -f "
                     "ITS_ENCODING -t UTF-8 " +
                     name + " > utf8.txt");
}
// [snip:require-utf8]

// [snip:lines-of]
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line = text.substr(start, end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t\f\v") != line.npos)
            lines.emplace_back(line);
        start = end + 1;
    }
    return lines;
}
// [snip:lines-of]

// [snip:fields-of]
std::vector<std::string_view> fields_of(std::string_view line) {
    constexpr std::string_view between = " \t\r\n";
    std::vector<std::string_view> fields;
    for (std::size_t end = 0;;) {
        const std::size_t begin = line.find_first_not_of(between, end);
        if (begin == line.npos) return fields;
        end = std::min(line.find_first_of(between, begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
    }
}
// [snip:fields-of]

// [snip:shortened]
std::string shortened(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool begins_character = (text[end] & 0xC0) != 0x80;
        if (begins_character && characters-- == 0) break;
    }
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}
// [snip:shortened]

namespace {

// [snip:require-icu]
void require_icu(UErrorCode status) {
    if (U_FAILURE(status))
        throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}
// [snip:require-icu]

// [snip:word-breaker]
icu::BreakIterator& word_breaker() {
    thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        require_icu(status);
        return made;
    }();
    return *breaker;
}
// [snip:word-breaker]

}  // namespace

// [snip:fold]
void append_folded(std::string_view text, std::string& folded) {
    icu::StringByteSink<std::string> sink(&folded);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(
        0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
        sink, nullptr, status);
    require_icu(status);
}
// [snip:fold]

// [snip:for-each-word]
std::size_t for_each_word(std::string_view folded, std::size_t limit,
                          const std::function<void(std::string_view)>& use) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUTextPointer view(utext_openUTF8(
        nullptr, folded.data(), static_cast<std::int64_t>(folded.size()), &status));
    icu::BreakIterator& breaker = word_breaker();
    breaker.setText(view.getAlias(), status);
    require_icu(status);

    std::size_t start = 0;
    for (std::int32_t next = (breaker.first(), breaker.next());
         next != icu::BreakIterator::DONE; next = breaker.next()) {
        const auto end = static_cast<std::size_t>(next);
        if (end > limit) break;
        if (breaker.getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            use(folded.substr(start, end - start));
        start = end;
    }
    return start;
}
// [snip:for-each-word]

// [snip:words-of]
std::vector<std::string> words_of(std::string_view text) {
    std::string folded;
    append_folded(text, folded);
    std::vector<std::string> words;
    for_each_word(folded, folded.size(),
                  [&](std::string_view word) { words.emplace_back(word); });
    return words;
}
// [snip:words-of]

}  // namespace nn
