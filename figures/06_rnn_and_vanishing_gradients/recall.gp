load style
set logscale x
set xrange [4.5:220]
set yrange [-0.03:1.13]
set xtics (5, 10, 25, 50, 100, 200)
set ytics 0.2
set format y PLAIN
set xlabel "steps of noise"
set ylabel "share recalled right"
set label "GRU and LSTM, biases log T" at 210,1.07 right tc lt 1
set label "orthogonal" at 72,0.55 tc lt 3
set label "Elman" at 17.5,0.62 tc lt 2
set label "LSTM, biases 0" at 15.8,0.42 right tc lt 4
set label "chance" at 4.7,0.17 tc rgb SOFT
plot 0.125 with lines ls 9, \
     'recall.csv' using 'steps':'elman' with linespoints lt 2 ps 0.7, \
     '' using 'steps':'orthogonal' with linespoints lt 3 ps 0.7, \
     '' using 'steps':'lstm0' with linespoints lt 4 ps 0.7, \
     '' using 'steps':'gru' with linespoints lt 1 ps 0.7, \
     '' using 'steps':'lstm' with linespoints lt 1 ps 0.7
