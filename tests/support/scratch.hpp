/// \file
/// \brief A folder that a test may fill, gone at its end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

namespace scratch {

namespace fs = std::filesystem;

/// \brief All bytes of a file.
inline std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// \brief A new folder, open to all users.
class Folder {
public:
    Folder() {
        std::string name = fs::temp_directory_path() / "nn-test-XXXXXX";
        if (mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("mkdtemp: " + name);
        path_ = name;
        fs::permissions(path_, fs::perms::all);
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// \brief The full name of a file in the folder.
    std::string operator/(const std::string& name) const { return path_ / name; }

    /// \brief Writes a file and returns its full name.
    std::string file(const std::string& name, const std::string& contents) const {
        std::ofstream(path_ / name, std::ios::binary) << contents;
        return path_ / name;
    }

    /// \brief Every file below with its bytes, every folder with "/": what must not
    /// change.
    std::map<std::string, std::string> contents() const {
        std::map<std::string, std::string> all;
        for (const fs::directory_entry& entry :
             fs::recursive_directory_iterator(path_))
            all[entry.path()] =
                entry.is_regular_file() ? bytes_of(entry.path()) : "/";
        return all;
    }

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace scratch
