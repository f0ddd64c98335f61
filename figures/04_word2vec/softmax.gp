load style
set xrange [0:2]
set yrange [4.1:5.1]
set xtics 0.5
set ytics 0.2
set xlabel "epochs"
set ylabel "price of a held-out neighbour, nats"
set label "from nothing" at 0.2,4.75 tc lt 2
set label "from the words' frequencies" at 0.05,4.2 tc lt 1
set label "frequencies alone" at 1.98,4.385 right tc rgb SOFT
plot 'softmax.csv' using 'epoch':'unigram' with lines ls 9, \
     '' using 'epoch':'plain' with linespoints lt 2 ps 0.6, \
     '' using 'epoch':'prior' with linespoints lt 1 ps 0.6
