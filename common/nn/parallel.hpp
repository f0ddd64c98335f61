/// \file
/// \brief Parallel work whose result does not depend on the number of threads.
#pragma once

#include <cstddef>
#include <functional>

namespace nn {

/// \brief Calls work(0), …, work(shards − 1), spread over `threads` threads.
///
/// How the work is cut into shards is the caller's choice and must not look at
/// `threads`; each shard writes to a place of its own, and the caller merges those
/// in the order of their numbers. Then the bytes are the same at any number of
/// threads. After a shard has thrown, no further shard is begun, and the exception
/// of the lowest one reaches the caller. Throws std::invalid_argument if `threads`
/// is 0.
// [snip:for-each-shard]
void for_each_shard(std::size_t shards, unsigned threads,
                    const std::function<void(std::size_t)>& work);
// [snip:for-each-shard]

}  // namespace nn
