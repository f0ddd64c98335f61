#include "nn/io/temporary_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "nn/io/error.hpp"

namespace nn {

// [snip:temporary-file-made]
TemporaryFile::TemporaryFile(std::string contents, std::string room)
    : contents_(std::move(contents)), room_(std::move(room)), folder_("/var/tmp") {
    const char* const named = std::getenv("TMPDIR");
    if (named != nullptr && *named != '\0') folder_ = named;
    std::string name = folder_ / "nn-XXXXXX";
    file_ = mkstemp(name.data());
    if (file_ < 0) refuse();
    unlink(name.c_str());  // without a name it ends with the program, however that
                           // ends
}

TemporaryFile::~TemporaryFile() {
    if (file_ >= 0) close(file_);
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : contents_(std::move(other.contents_)),
      room_(std::move(other.room_)),
      folder_(std::move(other.folder_)),
      file_(std::exchange(other.file_, -1)),
      size_(std::exchange(other.size_, 0)) {}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept {
    std::swap(contents_, other.contents_);
    std::swap(room_, other.room_);
    std::swap(folder_, other.folder_);
    std::swap(file_, other.file_);
    std::swap(size_, other.size_);
    return *this;
}
// [snip:temporary-file-made]

// [snip:temporary-file-used]
void TemporaryFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t n =
            pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) refuse();
        size_ += static_cast<std::uint64_t>(n);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
}

void TemporaryFile::read(std::uint64_t offset, std::span<std::byte> out) const {
    while (!out.empty()) {
        const ssize_t n =
            pread(file_, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) refuse();
        offset += static_cast<std::uint64_t>(n);
        out = out.subspan(static_cast<std::size_t>(n));
    }
}

void TemporaryFile::refuse() const {
    throw InputError(folder_.string() + ": " + contents_ + " cannot be kept (" +
                     std::strerror(errno) + "); name a folder with " + room_ +
                     ": TMPDIR=/that/folder");
}
// [snip:temporary-file-used]

}  // namespace nn
