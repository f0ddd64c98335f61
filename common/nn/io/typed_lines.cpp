#include "nn/io/typed_lines.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>

#include "nn/io/text.hpp"

namespace nn {

namespace {

// [snip:leave]
/// \brief Ctrl-C at the prompt: the run is complete and its files are written, so
/// this is no failure.
extern "C" void leave(int) {
    _exit(write(STDOUT_FILENO, "\n", 1) == 1 ? 0 : 1);
}
// [snip:leave]

}  // namespace

// [snip:answer-typed]
bool person_may_type() {
    return isatty(STDIN_FILENO) == 1;
}

void answer_typed(const std::string& greeting,
                  const std::function<void(std::string_view)>& answer) {
    std::signal(SIGINT, leave);
    std::printf("\n%s\n> ", greeting.c_str());
    std::fflush(stdout);
    std::string line;
    while (std::getline(std::cin, line) && !fields_of(line).empty()) {
        answer(line);
        std::printf("> ");
        std::fflush(stdout);
    }
    if (!std::cin) std::printf("\n");  // Ctrl-D leaves the cursor behind the prompt
}
// [snip:answer-typed]

}  // namespace nn
