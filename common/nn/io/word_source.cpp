#include "nn/io/word_source.hpp"

#include <cstdio>
#include <memory>
#include <vector>

#include "nn/io/corpus.hpp"
#include "nn/io/file.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/wordnet.hpp"

namespace nn {

namespace {

// [snip:without-apostrophes]
/// \brief Feeds a line without the apostrophes in it.
void feed_line(std::string_view line, WordCutter& cutter) {
    std::string text(line);
    std::erase(text, '\'');
    cutter.feed(text + "\n");
    stop_if_interrupted();
}
// [snip:without-apostrophes]

}  // namespace

// [snip:default-words]
void read_bible(const WordHandler& use) {
    WordCutter cutter("the King James Bible", use);
    for_each_verse(
        [&](std::string_view, std::string_view text) { feed_line(text, cutter); });
}

void read_glosses(const WordHandler& use) {
    WordCutter cutter("WordNet", use);
    for_each_synset([&](std::string_view line) {
        const std::size_t bar = line.find('|');
        if (bar != line.npos) feed_line(line.substr(bar + 1), cutter);
    });
}
// [snip:default-words]

// [snip:read-words]
void read_words(const std::string& path, const WordHandler& use) {
    constexpr std::size_t block = 1 << 16;
    Progress progress("Reading", "blocks of 64 KiB",
                      size_of_file(path) / block + 1);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) refuse_unreadable(path);
    WordCutter cutter(path, use);
    std::vector<char> bytes(block);
    for (std::size_t n = 0;
         (n = std::fread(bytes.data(), 1, block, file.get())) > 0; progress.step())
        cutter.feed({bytes.data(), n});
    cutter.finish();
}
// [snip:read-words]

}  // namespace nn
