#include "token_codec.hpp"

#include <unordered_map>

namespace nn {

// [snip:encode-text]
std::vector<Token> BytePairCodec::encode(std::string_view text) const {
    std::vector<Token> tokens;
    std::unordered_map<std::string_view, std::vector<Token>> known;
    for (const std::string_view piece : cut_(text)) {
        const auto [found, is_new] = known.try_emplace(piece);
        if (is_new) found->second = pairs_.encode(piece);
        tokens.insert(tokens.end(), found->second.begin(), found->second.end());
    }
    return tokens;
}
// [snip:encode-text]

}  // namespace nn
