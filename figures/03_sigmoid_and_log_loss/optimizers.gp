load style
set xrange [0.8:10.2]
set yrange [0.3:0.6]
set xtics 1
set ytics 0.1
set format y PLAIN
set xlabel "epochs"
set ylabel "loss on validation verses"
set label "gradient descent" at 10,0.55 right tc lt 3
set label "momentum" at 6.1,0.485 tc lt 2
set label "Adam" at 10,0.325 right tc lt 1
plot 'optimizers.csv' using 'epoch':'descent' with linespoints lt 3 ps 0.6, \
     '' using 'epoch':'momentum' with linespoints lt 2 ps 0.6, \
     '' using 'epoch':'adam' with linespoints lt 1 ps 0.6
