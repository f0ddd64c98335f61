/// \file
/// \brief Files of vectors, written byte by byte.
#pragma once

#include <initializer_list>
#include <string>

#include "nn/io/error.hpp"
#include "nn/io/vector_file.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace vector_bytes {

/// \brief Loads a file of these bytes and returns what is said about it.
inline std::string refusal(const std::string& name, const std::string& bytes) {
    const scratch::Folder folder;
    const std::string path = folder.file(name, bytes);
    try {
        nn::load_vectors(path);
    } catch (const nn::InputError& error) {
        const std::string said = error.what();
        CHECK(said.find('\n') == said.npos);
        REQUIRE(said.starts_with(path + ": "));
        return said.substr(path.size() + 2);
    }
    return "no refusal";
}

/// \brief What a file of these bytes holds.
inline nn::WordVectors loaded(const std::string& name, const std::string& bytes) {
    const scratch::Folder folder;
    return nn::load_vectors(folder.file(name, bytes));
}

/// \brief The bytes of floats as they are in memory.
inline std::string bytes_of(std::initializer_list<float> numbers) {
    return {reinterpret_cast<const char*>(numbers.begin()),
            numbers.size() * sizeof(float)};
}

}  // namespace vector_bytes
