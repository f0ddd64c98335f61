/// \file
/// \brief A variable of the environment, set for the length of a test.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace environment {

/// \brief Sets the variable, and puts back at its end what was there.
class Set {
public:
    Set(std::string name, const std::string& value) : name_(std::move(name)) {
        if (const char* before = std::getenv(name_.c_str())) before_ = before;
        setenv(name_.c_str(), value.c_str(), 1);
    }

    ~Set() {
        if (before_)
            setenv(name_.c_str(), before_->c_str(), 1);
        else
            unsetenv(name_.c_str());
    }

    Set(const Set&) = delete;
    Set& operator=(const Set&) = delete;

private:
    std::string name_;
    std::optional<std::string> before_;
};

}  // namespace environment
