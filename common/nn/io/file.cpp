#include "nn/io/file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "nn/io/error.hpp"

namespace nn {

namespace fs = std::filesystem;

// [snip:read-file]
std::string read_file(const fs::path& path, std::uint64_t bound) {
    const auto fail = [&](const std::string& problem) {
        throw InputError(path.string() + ": " + problem);
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) fail("no such file; check the path");
    if (fs::is_directory(status)) fail("is a directory; name one file in it");
    if (!fs::is_regular_file(status)) fail("is not a regular file; save it as one first");
    const std::uint64_t size = fs::file_size(path, error);
    if (size > bound)
        fail(std::to_string(size) + " bytes, the bound is " + std::to_string(bound) +
             "; cut it into parts: split -C " + std::to_string(bound) + " " +
             path.string());
    // [snip:read-file]
    // [snip:read-bytes]
    std::ifstream in(path, std::ios::binary);
    if (!in)
        fail(std::string("cannot be read (") + std::strerror(errno) +
             "); allow it: chmod +r " + path.string());
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uint64_t>(in.gcount()) != size)
        fail("ended at byte " + std::to_string(in.gcount()) + " of " +
             std::to_string(size) + "; is another program writing it?");
    return bytes;
}
// [snip:read-bytes]

// [snip:write-file]
void write_file(const fs::path& path, std::string_view contents) {
    const fs::path unfinished = path.string() + ".unfinished";
    std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
    out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
    out.close();
    std::error_code error;
    if (out) fs::rename(unfinished, path, error);
    if (!out || error) {
        const std::string reason = error ? error.message() : std::strerror(errno);
        fs::remove(unfinished, error);
        throw InputError(path.string() + ": cannot be written (" + reason +
                         "); choose another folder: --out DIR");
    }
}
// [snip:write-file]

// [snip:make-writable-folder]
void make_writable_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw InputError(folder.string() + ": cannot be made (" + error.message() +
                         "); choose another folder: --out DIR");
    const fs::path probe = folder / ".probe";
    write_file(probe, "");
    fs::remove(probe, error);
}
// [snip:make-writable-folder]

}  // namespace nn
