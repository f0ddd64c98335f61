height = 360
load style
set xrange [-0.7:0.8]
set yrange [-0.55:0.6]
set xtics 0.5
set ytics 0.5
set xlabel "first component"
set ylabel "second component"
set label "family" at 0.6,0.5 center tc lt 1
set label "numbers" at -0.47,0.53 center tc lt 2
set label "parts of the body" at -0.3,-0.3 right tc lt 3
set label "animals" at 0.15,-0.15 tc lt 4
GROUPS = "family numbers body animals"
height_of(g) = strcol('group') eq g ? column('y') : NaN
plot for [i=1:4] 'clusters.csv' using 'x':(height_of(word(GROUPS, i))) with points lt i ps 0.8
