using Effects;
using Mono.Cecil;

// effects FILE: computes the table of effects of the framework that runs this, and writes it.
// effects FILE --check: lists the differences from the file, and changes nothing.
string[] assemblies =
[
    "System.Private.CoreLib", "System.Private.Uri", "System.Collections", "System.Collections.Concurrent",
    "System.Collections.Immutable", "System.Collections.NonGeneric", "System.Collections.Specialized",
    "System.Linq", "System.Linq.Queryable", "System.ObjectModel", "System.Memory", "System.Runtime.Numerics",
    "System.Text.Json", "System.Text.RegularExpressions", "System.Text.Encodings.Web", "System.Private.Xml",
    "System.Private.Xml.Linq", "System.Data.Common", "System.IO.Compression", "System.IO.Pipelines",
    "System.Security.Cryptography", "System.Security.Claims", "System.ComponentModel.Primitives",
    "System.ComponentModel.TypeConverter", "System.ComponentModel.Annotations", "System.Console",
    "System.Diagnostics.DiagnosticSource", "System.Diagnostics.Process", "System.Diagnostics.TraceSource",
    "System.Diagnostics.FileVersionInfo", "System.Drawing.Primitives", "System.Net.Primitives",
    "System.Runtime.InteropServices", "System.Runtime.Serialization.Formatters", "System.Threading",
    "System.Formats.Asn1", "System.Private.DataContractSerialization", "System.Linq.Expressions",
    "System.Web.HttpUtility", "System.Text.Encoding.CodePages", "System.Formats.Tar",
    "System.IO.Compression.Brotli", "System.IO.Compression.ZipFile", "System.Net.WebHeaderCollection",
    "System.Net.ServerSentEvents", "System.Diagnostics.TextWriterTraceListener",
];

using var framework = new Framework();
var loaded = framework.Load(assemblies);
var analysis = new Analysis(framework);
var watch = System.Diagnostics.Stopwatch.StartNew();
var entries = EffectsFile.Of(framework, loaded, analysis);
Console.Error.WriteLine($"{analysis.Count} methods, {watch.Elapsed.TotalSeconds:f0} s");
var path = args[0];
if (args.Contains("--check"))
{
    var approved = File.Exists(path) ? File.ReadAllLines(path) : [];
    foreach (var line in approved.Except(entries))
        Console.WriteLine($"- {line}");
    foreach (var line in entries.Except(approved))
        Console.WriteLine($"+ {line}");
}
else
    File.WriteAllLines(path, entries);
