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

// [snip:require-utf8]
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro U8_NEXT

void require_utf8(std::string_view text, const std::string& name) {
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        const std::int64_t start = i;
        UChar32 character = 0;
        U8_NEXT(text.data(), i, size, character);
        if (character >= 0) continue;
        const auto byte =
            static_cast<unsigned char>(text[static_cast<std::size_t>(start)]);
        const auto line = std::count(text.begin(), text.begin() + start, '\n') + 1;
        char hex[8];
        std::snprintf(hex, sizeof hex, "0x%02X", byte);
        throw InputError(name + ": byte " + std::to_string(start) + " (line " +
                         std::to_string(line) + "), " + hex +
                         ", is not valid UTF-8; convert the file: iconv -f "
                         "ITS_ENCODING -t UTF-8 " +
                         name + " > utf8.txt");
    }
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

// [snip:fold]
void require_icu(UErrorCode status) {
    if (U_FAILURE(status))
        throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

std::string fold(std::string_view text) {
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(
        0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
        sink, nullptr, status);
    require_icu(status);
    return folded;
}
// [snip:fold]

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

// [snip:words-of]
std::vector<std::string> words_of(std::string_view text) {
    const std::string folded = fold(text);
    UErrorCode status = U_ZERO_ERROR;
    UText* view = utext_openUTF8(nullptr, folded.data(),
                                 static_cast<std::int64_t>(folded.size()), &status);
    icu::BreakIterator& breaker = word_breaker();
    breaker.setText(view, status);
    require_icu(status);

    std::vector<std::string> words;
    for (std::int32_t start = breaker.first(), end = breaker.next();
         end != icu::BreakIterator::DONE; start = end, end = breaker.next())
        if (breaker.getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            words.emplace_back(folded, static_cast<std::size_t>(start),
                               static_cast<std::size_t>(end - start));
    utext_close(view);
    return words;
}
// [snip:words-of]

}  // namespace nn
