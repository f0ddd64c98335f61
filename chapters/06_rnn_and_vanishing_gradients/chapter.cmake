nn_add_chapter(06_rnn_and_vanishing_gradients
    SOURCES
        ngram.cpp
    PROGRAM
        main.cpp)
