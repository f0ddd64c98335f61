#include "nn/io/token_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

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

}  // namespace nn
