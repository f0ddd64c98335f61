#include "nn/io/corpus.hpp"

#include <sys/wait.h>

#include <cstdint>
#include <cstdio>

#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/text.hpp"

namespace nn {

namespace {

// [snip:bible-text]
std::string bible_text() {
    std::FILE* pipe = popen("bible -f gen1:1-rev22:21 2>/dev/null", "r");
    if (pipe == nullptr)
        throw InputError("bible: cannot start a shell; is memory short?");
    std::string text;
    char buffer[1 << 16];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text.append(buffer, n);
    const int status = pclose(pipe);
    stop_if_interrupted();  // bible felt the Ctrl-C too
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw InputError(
            "the King James Bible is not installed; install it: apt-get install "
            "bible-kjv, "
            "or read a text of your own: --corpus FILE");
    return text;
}
// [snip:bible-text]

}  // namespace

// [snip:king-james-bible]
Corpus king_james_bible() {
    Corpus bible{
        "the King James Bible", {}, {}, {"Old Testament", "New Testament"}};
    for (const std::string& verse : lines_of(bible_text())) {
        const std::size_t space = verse.find(' ');
        if (verse.starts_with("Mat1:1 ")) bible.second_part = bible.lines.size();
        bible.labels.push_back(verse.substr(0, space));
        bible.lines.push_back(verse.substr(space + 1));
    }
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
