#include "nn/io/token_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "nn/io/error.hpp"

namespace nn {

// [snip:token-file-made]
TokenFile::TokenFile() : folder_("/var/tmp"), file_(nullptr, std::fclose) {
    const char* const named = std::getenv("TMPDIR");
    if (named != nullptr && *named != '\0') folder_ = named;
    std::string name = folder_ / "nn-tokens-XXXXXX";
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) refuse();
    unlink(name.c_str());  // without a name it ends with the program, however that
                           // ends
    file_.reset(fdopen(descriptor, "w+b"));
    if (!file_) refuse();
}

void TokenFile::refuse() const {
    throw InputError(
        folder_.string() + ": the numbers of the text cannot be kept (" +
        std::strerror(errno) +
        "); name a folder with 4 free bytes for each word of the text: "
        "TMPDIR=/that/folder");
}
// [snip:token-file-made]

// [snip:token-file-used]
void TokenFile::append(Token token) {
    if (std::fwrite(&token, sizeof token, 1, file_.get()) != 1) refuse();
}

void TokenFile::rewind() {
    if (std::fflush(file_.get()) != 0) refuse();
    std::rewind(file_.get());
}

std::size_t TokenFile::read(std::span<Token> out) {
    return std::fread(out.data(), sizeof(Token), out.size(), file_.get());
}
// [snip:token-file-used]

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
    block_.resize(1 << 14);
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
