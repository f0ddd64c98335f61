nn_add_chapter(06_rnn_and_vanishing_gradients
    SOURCES
        character_model.cpp
        character_trainer.cpp
        ngram.cpp
    PROGRAM
        main.cpp)
