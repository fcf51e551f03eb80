using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commutation.Subjects;

static class Json
{
    static readonly Dictionary<Type, string[]> nodes = new()
    {
        [typeof(JsonNode)] = ["JsonValue.Create(1)", "JsonValue.Create(2)"],
        [typeof(Utf8JsonWriter)] = ["new Utf8JsonWriter(new MemoryStream())"],
    };

    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(JsonObject), "new()",
            "JsonNode.Parse(\"{\\\"a\\\":1,\\\"c\\\":[2]}\")!.AsObject()") { Arguments = nodes },
        new(typeof(JsonArray), "new()", "new(3, 1)") { Arguments = nodes },
        new(typeof(JsonObject), "new() { [\"c\"] = new JsonObject() }",
            "new() { [\"c\"] = new JsonObject { [\"a\"] = 1 } }")
        { View = new(typeof(JsonObject), "x[\"c\"]!.AsObject()"), Arguments = nodes },
        new(typeof(JsonNode), "JsonValue.Create(1)", "JsonNode.Parse(\"[1,2]\")!")
        { Arguments = nodes },
        new(typeof(JsonDocument), "JsonDocument.Parse(\"[]\")", "JsonDocument.Parse(\"[1,2]\")"),
        new(typeof(JsonElement), "JsonDocument.Parse(\"[]\").RootElement",
            "JsonDocument.Parse(\"{\\\"a\\\":1}\").RootElement"),
        new(typeof(Utf8JsonWriter), "new(new MemoryStream())",
            "new(new MemoryStream(), new JsonWriterOptions { Indented = true })"),
        new(typeof(JsonSerializerOptions), "new()", "new(JsonSerializerDefaults.Web)"),
        new(typeof(List<int>), "new()", "new() { 3, 1 }")
        {
            View = new(typeof(JsonSerializerOptions), "new JsonSerializerOptions()"),
            Extra =
            [
                "JsonSerializer.Serialize(x)", "JsonSerializer.Serialize(x, v)",
                "JsonSerializer.SerializeToUtf8Bytes(x)", "JsonSerializer.SerializeToNode(x)",
                "JsonSerializer.Serialize((object)x)",
            ],
        },
    ];
}
