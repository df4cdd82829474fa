namespace Zvar.Http;

/// <summary>
/// Reads the response to the service's photometry call: light curves as columns, straight from the bytes as they
/// arrive, at the speed of the memory rather than of a JSON library.
/// </summary>
public static class PhotometryReader
{
    /// <summary>Reads light curves from a response to its end.</summary>
    /// <param name="response">The response's JSON in UTF-8: psids, each with a list of points.</param>
    /// <param name="format">The format that was asked for.</param>
    /// <param name="psids">The stars that were asked for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The light curves by psid. A star the response does not have, or has null for, is absent.</returns>
    /// <exception cref="ZvarException">
    /// <see cref="ZvarError.InvalidResponse"/> where the response is not what the API promises, or speaks of a star
    /// nobody asked for; <see cref="ZvarError.RequestFailed"/> where it ends too early.
    /// </exception>
    public static async Task<IReadOnlyDictionary<long, LightCurve>> ReadAsync(
        Stream response,
        PhotometryFormat format,
        IReadOnlyCollection<long> psids,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(psids);
        try
        {
            var lightCurves = new Dictionary<long, LightCurve>();
            var parser = new PhotometryParser(format, psids, cuts: null, found => lightCurves.Add(found.Psid, found));
            await ResponsePipe.ReadAsync(new ResponseBody(response), parser, cancellationToken).ConfigureAwait(false);
            return lightCurves;
        }
        catch (TransientFailure failure)
        {
            throw new ZvarException(ZvarError.RequestFailed, $"Reading failed: {failure.Message}.", failure);
        }
        catch (MalformedResponse failure)
        {
            throw failure.ToException("The answer", new ForeignText(authentication: null));
        }
    }
}
