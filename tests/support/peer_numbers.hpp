/// \file
/// \brief What a peer has computed, as lines of a name and numbers.
#pragma once

#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/capture.hpp"
#include "support/catch.hpp"

/// \brief Numbers by name.
using Named = std::map<std::string, std::vector<double>>;

/// \brief The lines of a script that Debian's Python runs.
inline Named peer_numbers(const std::string& python, const std::string& script) {
    const capture::Run run = capture::run({.arguments = {python, "-B", script}});
    INFO(run.err);
    REQUIRE(run.status == 0);
    Named all;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        for (std::string word; words >> word;)
            all[name].push_back(std::strtod(word.c_str(), nullptr));
    }
    return all;
}
