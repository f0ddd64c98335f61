height = 480
load style
set xrange [-0.8:0.9]
set yrange [-0.75:0.55]
set format xy PLAIN
set xtics 0.5
set ytics 0.5
set xlabel "first principal axis"
set ylabel "second principal axis"
of_group(name) = strcol('group') eq name ? column('label') : NaN
plot 'clusters.csv' using 'x':(of_group('family')):'word' with labels tc lt 1, \
     '' using 'x':(of_group('numbers')):'word' with labels tc lt 2, \
     '' using 'x':(of_group('body')):'word' with labels tc lt 3, \
     '' using 'x':(of_group('animals')):'word' with labels tc lt 4
