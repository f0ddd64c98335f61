/// \file
/// \brief Options that name a file or a folder.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace nn {

/// \brief Adds an option for the name of a FILE or a DIR, or, if `names` is a list,
/// an option that may be given several times.
///
/// An empty name is refused: `--corpus "$TEXT"` where TEXT is not set would mean
/// the default.
// [snip:name-option]
template <class Names>
CLI::Option* add_name_option(CLI::App& app, const std::string& option, Names& names,
                             const std::string& help,
                             const std::string& kind = "FILE") {
    const auto problem = [](const std::string& name) {
        return name.empty() ? "the name is empty" : "";
    };
    return app.add_option(option, names, help)
        ->type_name(kind)
        ->allow_extra_args(false)
        ->check(CLI::Validator(problem, ""));
}
// [snip:name-option]

}  // namespace nn
