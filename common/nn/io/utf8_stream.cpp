#include "nn/io/utf8_stream.hpp"

#include "nn/io/text.hpp"

namespace nn {

namespace {

// [snip:may-go-on]
const std::string replacement = "\uFFFD";

/// \brief Whether the first bytes of a character may be all of these.
bool may_go_on(const std::string& bytes) {
    for (const char next : {'\x80', '\xBF'})  // the first and the last that follow
        for (std::size_t more = 1; more <= 3; ++more) {
            const std::string whole = bytes + std::string(more, next);
            if (valid_utf8(whole) == whole.size()) return true;
        }
    return false;
}
// [snip:may-go-on]

}  // namespace

// [snip:utf8-stream]
std::string Utf8Stream::take(std::string_view bytes) {
    held_ += bytes;
    std::string text;
    while (!held_.empty()) {
        const std::size_t whole = valid_utf8(held_);
        text += held_.substr(0, whole);
        held_.erase(0, whole);
        if (held_.empty() || (held_.size() <= 3 && may_go_on(held_))) break;
        text += replacement;
        held_.erase(0, 1);
    }
    return text;
}

std::string Utf8Stream::finish() {
    std::string text;
    for (std::size_t i = 0; i < held_.size(); ++i) text += replacement;
    held_.clear();
    return text;
}
// [snip:utf8-stream]

}  // namespace nn
