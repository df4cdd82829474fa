using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

using Zvar.Http;

namespace Zvar.Server;

/// <summary>Writes the errors of the ZVAR API as a server sends them.</summary>
public static class ErrorWriter
{
    /// <summary>Writes an error in a sentence: <c>{"detail": "…"}</c>.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="detail">What happened.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteAsync(PipeWriter output, string detail, CancellationToken cancellationToken) =>
        WriteDetailAsync(output, json => json.WriteStringValue(detail), cancellationToken);

    /// <summary>
    /// Writes all that is wrong with a request: <c>{"detail": [{"loc": […], "msg": "…", "type": "…"}]}</c>.
    /// </summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteAsync(
        PipeWriter output, IReadOnlyList<ValidationError> problems, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return WriteDetailAsync(
            output,
            json =>
            {
                json.WriteStartArray();
                foreach (ValidationError problem in problems)
                {
                    Write(json, problem);
                }

                json.WriteEndArray();
            },
            cancellationToken);
    }

    private static async Task WriteDetailAsync(
        PipeWriter output, Action<Utf8JsonWriter> writeDetail, CancellationToken cancellationToken)
    {
        var answer = new ResponseStream(output);
        await using (answer.ConfigureAwait(false))
        {
            answer.Json.WriteStartObject();
            answer.Json.WritePropertyName(Fields.Detail);
            writeDetail(answer.Json);
            answer.Json.WriteEndObject();
            await answer.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter json, ValidationError problem)
    {
        json.WriteStartObject();
        json.WriteStartArray(Fields.Location);
        foreach (object step in problem.Location)
        {
            if (step is int place)
            {
                json.WriteNumberValue(place);
            }
            else
            {
                json.WriteStringValue(Convert.ToString(step, CultureInfo.InvariantCulture));
            }
        }

        json.WriteEndArray();
        json.WriteString(Fields.Message, problem.Message);
        json.WriteString(Fields.ProblemType, problem.Type);
        json.WriteEndObject();
    }
}
