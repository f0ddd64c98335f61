/// \file
/// \brief Numbers that wait on disk.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nn/io/temporary_file.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Numbers in a file without a name.
///
/// Throws InputError, like TemporaryFile, if they cannot be written there.
// [snip:token-file-declared]
class TokenFile {
public:
    static constexpr std::size_t block = 1 << 14;  ///< numbers written at a time

    TokenFile();

    /// \brief One more number at the end.
    void append(Token token);

    /// \brief All are written; reading begins at the first.
    void rewind();

    /// \brief The numbers that come next; fewer than `out` holds only at the end.
    std::size_t read(std::span<Token> out);

private:
    void write();

    TemporaryFile file_;
    std::vector<Token> unwritten_;  ///< less than a block
    std::uint64_t next_ = 0;        ///< byte to be read
};
// [snip:token-file-declared]

/// \brief Stands for a word that the stream leaves out.
// [snip:token-file-stream-declared]
inline constexpr Token rare_word = line_end - 1;

/// \brief The numbers of a file, renumbered, without rare words and empty lines.
class TokenFileStream final : public TokenStream {
public:
    /// \brief Number i becomes `renumbered[i]`, or goes if that is rare_word.
    TokenFileStream(TokenFile file, std::vector<Token> renumbered);

    void rewind() override;
    std::size_t read(std::span<Token> out) override;

private:
    bool refill();

    TokenFile file_;
    std::vector<Token> renumbered_;
    std::vector<Token> block_;  ///< what was read, not renumbered yet from next_ on
    std::size_t next_ = 0;
    bool line_is_empty_ = true;
};
// [snip:token-file-stream-declared]

}  // namespace nn
