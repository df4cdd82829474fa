namespace Zvar;

// Positions by zones of declination, and in each by right ascension: who is near a position is in few zones, and in a
// short stretch of each (Gray, Nieto-Santisteban and Szalay 2006, Microsoft Research MSR-TR-2006-52). It does not
// change once it is made: any number of threads may ask.
internal sealed class SkyZones
{
    private const double DegreesToRadians = Math.PI / 180;

    // Arcseconds that are looked at beyond the radius, so that rounding loses nobody who is exactly there.
    private const double Spare = 1e-6;

    private readonly SkyPosition[] _positions;
    private readonly double _radius;

    // The radius and that spare, in degrees.
    private readonly double _reach;
    private readonly double _south;
    private readonly double _height;

    // Where each zone begins in the two others, and where the last ends.
    private readonly int[] _starts;
    private readonly double[] _ra;
    private readonly int[] _places;

    internal SkyZones(SkyPosition[] positions, double radius)
    {
        _positions = positions;
        _radius = radius;
        _reach = (radius + Spare) / 3600;
        _south = positions.Length == 0 ? 0 : positions.Min(one => one.Dec);
        double extent = positions.Length == 0 ? 0 : positions.Max(one => one.Dec) - _south;

        // Never more zones than positions.
        _height = Math.Max(_reach, extent / Math.Max(1, positions.Length));
        _starts = new int[(int)(extent / _height) + 2];
        _ra = new double[positions.Length];
        _places = new int[positions.Length];
        foreach (SkyPosition one in positions)
        {
            _starts[ZoneOf(one.Dec) + 1]++;
        }

        for (int zone = 1; zone < _starts.Length; zone++)
        {
            _starts[zone] += _starts[zone - 1];
        }

        int[] next = [.. _starts];
        for (int place = 0; place < positions.Length; place++)
        {
            int at = next[ZoneOf(positions[place].Dec)]++;
            (_ra[at], _places[at]) = (positions[place].Ra, place);
        }

        for (int zone = 0; zone + 1 < _starts.Length; zone++)
        {
            Array.Sort(_ra, _places, _starts[zone], _starts[zone + 1] - _starts[zone]);
        }
    }

    // Adds to a list the places of those that are within the radius of a position, in no order, and how far they are.
    internal void Find(SkyPosition position, List<(int Place, double Separation)> found)
    {
        int last = Math.Min(_starts.Length - 2, ZoneOf(position.Dec + _reach));
        double width = WidthAt(position.Dec);
        for (int zone = Math.Max(0, ZoneOf(position.Dec - _reach)); zone <= last; zone++)
        {
            (int start, int end) = (_starts[zone], _starts[zone + 1]);
            if (width >= 180)
            {
                Find(position, start, end, found);
                continue;
            }

            (double west, double east) = (position.Ra - width, position.Ra + width);
            Find(position, FirstFrom(west, start, end), FirstBeyond(east, start, end), found);
            if (west < 0)
            {
                Find(position, FirstFrom(west + 360, start, end), end, found);
            }
            else if (east >= 360)
            {
                Find(position, start, FirstBeyond(east - 360, start, end), found);
            }
        }
    }

    private void Find(SkyPosition position, int from, int to, List<(int Place, double Separation)> found)
    {
        for (int i = from; i < to; i++)
        {
            SkyPosition other = _positions[_places[i]];
            if (Math.Abs(other.Dec - position.Dec) <= _reach
                && other.SeparationTo(position) is var separation && separation <= _radius)
            {
                found.Add((_places[i], separation));
            }
        }
    }

    // How far in right ascension, in degrees, the circle around a position reaches: all around, if a pole is in it.
    private double WidthAt(double dec)
    {
        if (Math.Abs(dec) + _reach >= 90)
        {
            return 180;
        }

        double sin = Math.Sin(_reach * DegreesToRadians) / Math.Cos(dec * DegreesToRadians);
        return sin >= 1 ? 180 : Math.Asin(sin) / DegreesToRadians;
    }

    private int ZoneOf(double dec) => (int)Math.Floor((dec - _south) / _height);

    private int FirstFrom(double ra, int start, int end)
    {
        while (start < end)
        {
            int middle = (start + end) / 2;
            (start, end) = _ra[middle] < ra ? (middle + 1, end) : (start, middle);
        }

        return start;
    }

    private int FirstBeyond(double ra, int start, int end)
    {
        while (start < end)
        {
            int middle = (start + end) / 2;
            (start, end) = _ra[middle] <= ra ? (middle + 1, end) : (start, middle);
        }

        return start;
    }
}
