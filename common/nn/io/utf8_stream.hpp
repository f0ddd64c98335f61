/// \file
/// \brief Text that comes in pieces of bytes, shown as whole characters.
#pragma once

#include <string>
#include <string_view>

namespace nn {

/// \brief Holds back the bytes of a character that is not whole yet.
///
/// A byte that cannot belong to any character becomes U+FFFD, the mark for such a
/// thing.
// [snip:utf8-stream-declared]
class Utf8Stream {
public:
    /// \brief The characters that are whole now.
    std::string take(std::string_view bytes);

    /// \brief What was held back: the text ends here.
    std::string finish();

private:
    std::string held_;
};
// [snip:utf8-stream-declared]

}  // namespace nn
