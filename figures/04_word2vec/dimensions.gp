height = 400
load style
set logscale x
set xrange [1.7:480]
set yrange [-0.15:0.65]
set xtics (2, 5, 10, 25, 50, 100, 200, 400)
set ytics 0.2
set format y PLAIN
set xlabel "dimension"
set ylabel "nats gained over frequencies"
set label "long text, held out" at 9,0.3 tc lt 1
set label "long text, what was read" at 400,0.47 right tc lt 1
set label "short text, read often: what was read" at 420,0.62 right tc lt 2
set label "held out" at 30,-0.13 tc lt 2
set label "short text, held out" at 420,0.045 right tc lt 3
plot 0 with lines ls 9, \
     'dimension_long.csv' using 'dimension':'held_out' with linespoints lt 1 ps 0.7, \
     '' using 'dimension':'read' with lines lt 1 dt 2, \
     'dimension_often.csv' using 'dimension':'held_out' with linespoints lt 2 ps 0.7, \
     '' using 'dimension':'read' with lines lt 2 dt 2, \
     'dimension_short.csv' using 'dimension':'held_out' with linespoints lt 3 ps 0.7
