/// \file
/// \brief Bytes that wait on disk for the end of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace nn {

/// \brief A file without a name, gone with this object or with the program, however
/// that ends.
///
/// It lies in the folder that the environment's TMPDIR names, else in /var/tmp,
/// which is a disk where /tmp may be memory. Throws InputError if it cannot be
/// written there.
// [snip:temporary-file-declared]
class TemporaryFile {
public:
    /// \brief `contents` and `room` are what the complaint names: "the pairs of
    /// words" cannot be kept, a folder with "more room" is wanted.
    explicit TemporaryFile(std::string contents, std::string room = "more room");

    ~TemporaryFile();
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&& other) noexcept;

    /// \brief Writes at the end.
    void append(std::span<const std::byte> bytes);

    /// \brief Fills `out` with the bytes from `offset` on; several threads may read
    /// at once.
    void read(std::uint64_t offset, std::span<std::byte> out) const;

    std::uint64_t size() const { return size_; }

private:
    [[noreturn]] void refuse() const;

    std::string contents_, room_;
    std::filesystem::path folder_;
    int file_;
    std::uint64_t size_ = 0;
};
// [snip:temporary-file-declared]

}  // namespace nn
