namespace Zvar.Demo;

// The kinds of stars a survey finds.
internal enum StarClass
{
    Constant,
    ContactBinary,
    EclipsingBinary,
    RRab,
    RRc,
    DeltaScuti,
    LongPeriod,
    Ellipsoidal,
    WhiteDwarfBinary,
}
