height = 400
load style
set logscale x
set xrange [1.7:480]
set yrange [-0.2:0.65]
set xtics (2, 5, 10, 25, 50, 100, 200, 400)
set ytics 0.2
set xlabel "dimension"
set ylabel "gain over the words' frequencies, nats"
set label "long text" at 12,0.3 tc lt 1
set label "short text" at 2.2,0.11 tc lt 3
set label "short text, read more often" at 12,-0.16 tc lt 2
set label "lines held out: solid · lines read: dashed" at 2,0.62 tc rgb SOFT
plot 'dimension_long.csv' using 'dimension':'held_out' with linespoints lt 1 ps 0.6, \
     '' using 'dimension':'read' with lines lt 1 dt 2, \
     'dimension_short.csv' using 'dimension':'held_out' with linespoints lt 3 ps 0.6, \
     '' using 'dimension':'read' with lines lt 3 dt 2, \
     'dimension_often.csv' using 'dimension':'held_out' with linespoints lt 2 ps 0.6, \
     '' using 'dimension':'read' with lines lt 2 dt 2, \
     0 with lines ls 9
