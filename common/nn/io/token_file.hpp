/// \file
/// \brief Numbers that wait on disk.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

#include "nn/tokens.hpp"

namespace nn {

/// \brief A file of numbers that has no name and is gone with this object, or with
/// the program.
///
/// It lies in the folder that the environment's TMPDIR names, else in /var/tmp,
/// which is a disk where /tmp may be memory. Throws InputError if it cannot be
/// written there.
// [snip:token-file-declared]
class TokenFile {
public:
    TokenFile();

    /// \brief One more number at the end.
    void append(Token token);

    /// \brief All are written; reading begins at the first.
    void rewind();

    /// \brief The numbers that come next; fewer than `out` holds only at the end.
    std::size_t read(std::span<Token> out);

private:
    [[noreturn]] void refuse() const;

    std::filesystem::path folder_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};
// [snip:token-file-declared]

}  // namespace nn
