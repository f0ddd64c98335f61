#include "nn/io/file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>

#include "nn/io/error.hpp"

namespace nn {

// [snip:size-of-file]
namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse_file(const fs::path& path, const std::string& problem) {
    throw InputError(path.string() + ": " + problem);
}

}  // namespace

std::uint64_t size_of_file(const std::filesystem::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        refuse_file(path, "no such file; check the path");
    if (error)
        refuse_file(path, "cannot be reached (" + error.message() +
                              "); check the folders' rights");
    if (fs::is_directory(status))
        refuse_file(path, "is a directory; name one file in it");
    if (!fs::is_regular_file(status))
        refuse_file(path, "is not a regular file; save it as one first");
    return fs::file_size(path, error);
}
// [snip:size-of-file]

// [snip:read-file]
std::string read_file(const std::filesystem::path& path, std::uint64_t bound) {
    const std::uint64_t size = size_of_file(path);
    if (size > bound)
        refuse_file(path, std::to_string(size) + " bytes, the bound is " +
                              std::to_string(bound) +
                              "; cut it into parts: split -C " +
                              std::to_string(bound) + " " + path.string());
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse_unreadable(path);
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uint64_t>(in.gcount()) != size)
        refuse_file(path, "ended at byte " + std::to_string(in.gcount()) + " of " +
                              std::to_string(size) +
                              "; is another program writing it?");
    return bytes;
}

void refuse_unreadable(const std::filesystem::path& path) {
    refuse_file(path, std::string("cannot be read (") + std::strerror(errno) +
                          "); allow it: chmod +r " + path.string());
}
// [snip:read-file]

// [snip:for-each-line]
void for_each_line(std::FILE* file,
                   const std::function<void(std::string_view)>& use) {
    struct Line {
        ~Line() { std::free(bytes); }
        char* bytes = nullptr;
        std::size_t room = 0;
    } line;
    for (ssize_t n = 0; (n = getline(&line.bytes, &line.room, file)) > 0;) {
        std::string_view text(line.bytes, static_cast<std::size_t>(n));
        if (text.ends_with('\n')) text.remove_suffix(1);
        use(text);
    }
}
// [snip:for-each-line]

// [snip:write-file]
void write_file(const std::filesystem::path& path, const Writer& write,
                const std::string& option) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const fs::path unfinished = path.string() + ".unfinished";
    std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
    write(out);
    out.close();
    if (out) fs::rename(unfinished, path, error);
    if (!out || error) {
        const std::string reason = error ? error.message() : std::strerror(errno);
        fs::remove(unfinished, error);
        throw InputError(path.string() + ": cannot be written (" + reason +
                         "); choose another folder: " + option);
    }
}

void write_file(const std::filesystem::path& path, std::string_view contents) {
    const auto write = [&](std::ostream& out) { out << contents; };
    write_file(path, write, "--out DIR");
}
// [snip:write-file]

// [snip:require-writable-folder]
void require_writable_folder(const std::filesystem::path& folder,
                             const std::string& option) {
    std::error_code error;
    fs::path there = fs::absolute(folder);
    while (!fs::exists(there, error) && there.has_relative_path())
        there = there.parent_path();
    const bool is_folder = fs::is_directory(there, error);
    if (is_folder && access(there.c_str(), W_OK | X_OK) == 0) return;
    throw InputError(folder.string() + ": cannot be written (" + there.string() +
                     (is_folder ? " admits no new files" : " is not a folder") +
                     "); choose another folder: " + option);
}
// [snip:require-writable-folder]

}  // namespace nn
