load style
set logscale x
set xrange [1.7:480]
set yrange [0.52:0.68]
set xtics (2, 5, 10, 25, 50, 100, 200, 400)
set ytics 0.05
set format y PLAIN
set xlabel "dimension"
set ylabel "synonyms nearer than others"
set label "long text" at 100,0.668 tc lt 1
set label "short text" at 60,0.632 tc lt 3
set label "the same, read often" at 420,0.558 right tc lt 2
plot 'dimension_long.csv' using 'dimension':'score' with linespoints lt 1 ps 0.7, \
     'dimension_often.csv' using 'dimension':'score' with linespoints lt 2 ps 0.7, \
     'dimension_short.csv' using 'dimension':'score' with linespoints lt 3 ps 0.7
