namespace Zvar.Demo;

// What a draw is for: each purpose has its own stream of random numbers.
internal enum RandomStream
{
    Cell,
    Star,
    Shape,
    Field,
    Cadence,
    Noise,
    Listing,
    Periods,
    Catalog,
    Processing,
}
