/// \file
/// \brief Chapter 9's training as a test asks for it: NN_PROGRAM, the smallest
/// preset.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/program_run.hpp"
#include "support/ruled_text.hpp"
#include "support/signalled.hpp"

namespace tiny_training {

using Arguments = std::vector<std::string>;

/// \brief Training the smallest preset on a text, 250 steps.
inline Arguments tiny(const std::string& text, const Arguments& arguments) {
    return capture::with(arguments, {{"--corpus", text},
                                     {"--preset", "tiny"},
                                     {"--steps", "250"},
                                     {"--threads", "1"}});
}

/// \brief A text and a file for the training on it.
struct Kept {
    scratch::Folder folder{};
    std::string text = folder.file("text", ruled_text::small_text());
    std::string path = folder / "state";

    /// \brief Runs to the end, from the beginning; returns the file's bytes.
    std::string whole(const Arguments& more) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--save", folder / "whole"});
        whole_run = capture::ProgramRun(arguments).output();
        return scratch::bytes_of(folder / "whole");
    }

    /// \brief Goes on to the end from the file; returns its bytes.
    std::string rest(const Arguments& more) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--resume", path, "--save", path});
        rest_run = capture::ProgramRun(arguments).output();
        return scratch::bytes_of(path);
    }

    /// \brief Saves, and gets a signal; where it came too early or too late, again.
    void stop(int signal, const Arguments& more, const std::string& said) const {
        Arguments arguments = tiny(text, more);
        arguments.insert(arguments.end(), {"--save", path});
        for (useconds_t after = 300'000; after < 50'000'000;) {
            std::filesystem::remove(path);
            const int status =
                signalled::status_after(after, signal, arguments, said);
            const bool is_over = signalled::exited_with(status) == 0;
            if (!is_over && std::filesystem::exists(path)) return;
            after = is_over ? after / 2 : 3 * after / 2;
        }
        FAIL("no moment between the first save and the end");
    }

    mutable std::string whole_run{}, rest_run{};
};

}  // namespace tiny_training
