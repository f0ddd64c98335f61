/// \file
/// \brief Exercise 7.7, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief A key and its value; both are gone when the next token is read.
struct Token {
    std::span<const double> key, value;
};

/// \brief Tokens that pass by, once.
class TokenStream {
public:
    virtual ~TokenStream() = default;

    /// \brief The next token, or nullptr after the last one.
    virtual const Token* next() = 0;
};

/// \brief What a query finds among the tokens that pass: V softmax(Kᵀq / √d).
///
/// d is how many numbers the query has, `size` how many a value has. The scores may
/// be large. In memory that does not grow with the number of tokens. Where no token
/// passes, the output is 0 throughout.
std::vector<double> look_up_in_passing(std::span<const double> query,
                                       std::size_t size, TokenStream& tokens);

}  // namespace nn::exercise
