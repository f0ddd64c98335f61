#include "nn/io/prompt.hpp"

#include <stdexcept>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:prompt-tokens]
std::vector<Token> prompt_tokens(const std::string& prompt,
                                 const PromptEncoder& encode) {
    const std::size_t valid = valid_utf8(prompt);
    if (valid != prompt.size())
        throw InputError("--prompt: byte " + std::to_string(valid) +
                         " is not valid UTF-8; type it where UTF-8 is the rule");
    try {
        return encode(prompt);
    } catch (const std::invalid_argument& unknown) {
        const std::string said = unknown.what();  // "encode: character 1 …"
        throw InputError("--prompt" + said.substr(said.find(": ")));
    }
}
// [snip:prompt-tokens]

}  // namespace nn
