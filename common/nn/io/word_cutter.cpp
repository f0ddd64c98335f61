#include "nn/io/word_cutter.hpp"

#include <algorithm>
#include <utility>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:feed-words]
WordCutter::WordCutter(std::string name, WordHandler use)
    : name_(std::move(name)), use_(std::move(use)) {}

void WordCutter::feed(std::string_view block) {
    raw_ += block;
    fold(false);
    cut(false);
}

void WordCutter::finish() {
    fold(true);
    cut(true);
}
// [snip:feed-words]

// [snip:fold-block]
void WordCutter::fold(bool last) {
    const std::size_t valid = valid_utf8(raw_);
    const std::string_view good = std::string_view(raw_).substr(0, valid);
    const auto feeds = std::count(good.begin(), good.end(), '\n');
    const std::size_t rest = raw_.size() - valid;
    const bool may_go_on = !last && rest < 4;  // a character has at most 4 bytes
    if (rest > 0 && !may_go_on)
        refuse_utf8(name_, byte_ + valid,
                    feeds_ + static_cast<std::uint64_t>(feeds) + 1, raw_[valid]);
    append_folded(good, folded_);
    byte_ += valid;
    feeds_ += static_cast<std::uint64_t>(feeds);
    raw_.erase(0, valid);
}
// [snip:fold-block]

// [snip:cut-lines]
void WordCutter::cut(bool last) {
    const std::string_view text = folded_;
    std::size_t start = 0;
    for (std::size_t end = 0; (end = text.find('\n', start)) != text.npos;) {
        cut_line(text.substr(start, end - start), true);
        use_({});
        ++line_;
        start = end + 1;
    }
    start += cut_line(text.substr(start), last);
    if (last) use_({});
    folded_.erase(0, start);
}
// [snip:cut-lines]

// [snip:cut-line]
std::size_t WordCutter::cut_line(std::string_view part, bool whole) {
    const auto use = [this](std::string_view word) { use_word(word); };
    if (whole) return for_each_word(part, part.size(), use);
    const std::size_t space = part.rfind(' ');
    if (space != part.npos)  // no word goes on over a space
        return for_each_word(part.substr(0, space), space, use) + 1;
    if (part.size() <= 4 * longest_word) return 0;  // wait for more
    const std::size_t limit = part.size() - longest_word;
    const std::size_t done = for_each_word(part, limit, use);
    if (limit - done > longest_word) use_word(part.substr(done));
    return done;
}

void WordCutter::use_word(std::string_view word) {
    if (word.size() > longest_word)
        throw InputError(name_ + ": line " + std::to_string(line_) +
                         ": more than " + std::to_string(longest_word) +
                         " bytes without the end of a word; put spaces between "
                         "the words");
    use_(word);
}
// [snip:cut-line]

}  // namespace nn
