#include "nn/io/corpus.hpp"

#include <sys/wait.h>

#include <cstdint>
#include <cstdio>
#include <memory>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:for-each-verse]
void for_each_verse(
    const std::function<void(std::string_view, std::string_view)>& use) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(
        popen("bible -f gen1:1-rev22:21 2>/dev/null", "r"), pclose);
    if (!pipe) throw InputError("bible: cannot start a shell; is memory short?");
    for_each_line(pipe.get(), [&](std::string_view verse) {
        const std::size_t space = verse.find(' ');
        use(verse.substr(0, space), verse.substr(space + 1));
    });
    const int status = pclose(pipe.release());
    stop_if_interrupted();  // bible felt the Ctrl-C too
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw InputError(
            "the King James Bible is not installed; install it: apt-get install "
            "bible-kjv, "
            "or read a text of your own: --corpus FILE");
}
// [snip:for-each-verse]

// [snip:king-james-bible]
Corpus king_james_bible() {
    Corpus bible{
        "the King James Bible", {}, {}, {"Old Testament", "New Testament"}};
    for_each_verse([&](std::string_view label, std::string_view text) {
        if (label == "Mat1:1") bible.second_part = bible.lines.size();
        bible.labels.emplace_back(label);
        bible.lines.emplace_back(text);
    });
    return bible;
}
// [snip:king-james-bible]

// [snip:corpus-from-file]
Corpus corpus_from_file(const std::string& path) {
    constexpr std::uint64_t bound = std::uint64_t{1} << 30;
    std::string text = read_file(path, bound);
    require_utf8(text, path);
    if (text.starts_with("\uFEFF"))
        text.erase(0, 3);  // the mark some editors put first
    Corpus corpus{path, {}, lines_of(text), {"first half", "second half"}};
    corpus.second_part = corpus.lines.size() / 2;
    for (std::size_t i = 1; i <= corpus.lines.size(); ++i)
        corpus.labels.push_back("no. " + std::to_string(i));
    if (corpus.lines.empty())
        throw InputError(path + ": " + std::to_string(text.size()) +
                         " bytes and no line of text; give a file with some");
    return corpus;
}
// [snip:corpus-from-file]

}  // namespace nn
