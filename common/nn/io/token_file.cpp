#include "nn/io/token_file.hpp"

#include <algorithm>
#include <utility>

namespace nn {

// [snip:token-file-written]
TokenFile::TokenFile()
    : file_("the numbers of the text", "4 free bytes for each word of the text") {
    unwritten_.reserve(block);
}

void TokenFile::append(Token token) {
    unwritten_.push_back(token);
    if (unwritten_.size() == block) write();
}

void TokenFile::write() {
    file_.append(std::as_bytes(std::span(unwritten_)));
    unwritten_.clear();
}
// [snip:token-file-written]

// [snip:token-file-read]
void TokenFile::rewind() {
    write();
    next_ = 0;
}

std::size_t TokenFile::read(std::span<Token> out) {
    const std::uint64_t left = (file_.size() - next_) / sizeof(Token);
    out = out.first(std::min<std::uint64_t>(out.size(), left));
    file_.read(next_, std::as_writable_bytes(out));
    next_ += out.size_bytes();
    return out.size();
}
// [snip:token-file-read]

// [snip:token-file-stream]
TokenFileStream::TokenFileStream(TokenFile file, std::vector<Token> renumbered)
    : file_(std::move(file)), renumbered_(std::move(renumbered)) {
    rewind();
}

void TokenFileStream::rewind() {
    file_.rewind();
    block_.clear();
    next_ = 0;
    line_is_empty_ = true;
}

bool TokenFileStream::refill() {
    block_.resize(TokenFile::block);
    block_.resize(file_.read(block_));
    next_ = 0;
    return !block_.empty();
}

std::size_t TokenFileStream::read(std::span<Token> out) {
    std::size_t filled = 0;
    while (filled < out.size() && (next_ < block_.size() || refill())) {
        const Token old = block_[next_++];
        const Token token = old == line_end ? old : renumbered_[old];
        if (token == rare_word || (token == line_end && line_is_empty_)) continue;
        line_is_empty_ = token == line_end;
        out[filled++] = token;
    }
    return filled;
}
// [snip:token-file-stream]

}  // namespace nn
