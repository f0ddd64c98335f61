#include "nn/io/wordnet.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"

namespace nn {

// [snip:for-each-synset]
void for_each_synset(const std::function<void(std::string_view)>& use) {
    const char* const named = std::getenv("WNSEARCHDIR");
    const std::string folder = named != nullptr ? named : "/usr/share/wordnet";
    for (const std::string part : {"adj", "adv", "noun", "verb"}) {
        const std::string path = folder + "/data." + part;
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
            std::fopen(path.c_str(), "rb"), std::fclose);
        if (!file)
            throw InputError(
                "WordNet is not installed (no file " + path +
                "); install it: apt-get install wordnet-base, or read a text of "
                "your own: --corpus FILE");
        for_each_line(file.get(), [&](std::string_view line) {
            if (!line.starts_with(' ')) use(line);  // the licence is indented
        });
    }
}
// [snip:for-each-synset]

}  // namespace nn
