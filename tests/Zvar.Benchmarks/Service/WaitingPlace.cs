namespace Zvar.Benchmarks.Service;

/// <summary>Where a client that asks for light curves can be made to wait.</summary>
internal enum WaitingPlace
{
    /// <summary>For a connection.</summary>
    Connection,

    /// <summary>For the head of the response.</summary>
    Head,

    /// <summary>For the rest of the response's body.</summary>
    Body,

    /// <summary>For the time to ask again, which the server has said is far.</summary>
    Backoff,

    /// <summary>For whoever takes the light curves: all are answered.</summary>
    Downstream,

    /// <summary>For the second response, the first being there.</summary>
    SecondResponse,
}
