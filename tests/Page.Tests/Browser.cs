using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Page.Tests;

/// <summary>
/// A headless Chromium, driven through the W3C WebDriver protocol by its chromedriver.
/// </summary>
sealed class Browser : IDisposable
{
    /// <summary>What WebDriver calls an element's reference.</summary>
    const string Reference = "element-6066-11e4-a52e-4f735466cecf";

    static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--window-size=1200,900",
    ];

    readonly Process driver;
    readonly HttpClient http;
    readonly string session;

    internal Browser()
    {
        var port = FreePort();
        driver = Process.Start(new ProcessStartInfo("chromedriver", [$"--port={port}"])
        {
            RedirectStandardOutput = true,
        })!;
        // It says so when it listens.
        while (driver.StandardOutput.ReadLine() is { } line && !line.Contains("started successfully"))
        {
        }
        http = new() { BaseAddress = new($"http://127.0.0.1:{port}/") };
        var answer = Post("session", new
        {
            capabilities = new
            {
                alwaysMatch = new Dictionary<string, object>
                {
                    ["goog:chromeOptions"] = new { args = Switches },
                },
            },
        });
        session = $"session/{answer!["sessionId"]}";
    }

    internal void Open(string file) => Post($"{session}/url", new { url = new Uri(file).AbsoluteUri });

    /// <summary>The value of an expression in the page, as JSON.</summary>
    internal JsonNode? Eval(string expression) => Post(
        $"{session}/execute/sync", new { script = $"return {expression}", args = Array.Empty<object>() });

    internal string Text(string selector) =>
        $"{Eval($"document.querySelector('{selector}').innerText")}";

    internal void Click(string selector)
    {
        var found = Post($"{session}/element", new { @using = "css selector", value = selector });
        Post($"{session}/element/{found![Reference]}/click", new { });
    }

    internal void Press(string key) => Post($"{session}/actions", new
    {
        actions = new[]
        {
            new
            {
                type = "key",
                id = "keyboard",
                actions = new[]
                {
                    new { type = "keyDown", value = key },
                    new { type = "keyUp", value = key },
                },
            },
        },
    });

    /// <param name="scheme">"light" or "dark".</param>
    internal void Prefer(string scheme) => Post($"{session}/goog/cdp/execute", new
    {
        cmd = "Emulation.setEmulatedMedia",
        @params = new { features = new[] { new { name = "prefers-color-scheme", value = scheme } } },
    });

    internal byte[] Picture() =>
        Convert.FromBase64String($"{http.GetFromJsonAsync<JsonNode>($"{session}/screenshot").Result!["value"]}");

    public void Dispose()
    {
        http.DeleteAsync(session).Wait();
        http.Dispose();
        driver.Kill(entireProcessTree: true);
        driver.Dispose();
    }

    JsonNode? Post(string path, object body)
    {
        // A body of unknown length is more than the driver reads.
        var content = JsonContent.Create(body);
        content.LoadIntoBufferAsync().Wait();
        var answer = http.PostAsync(path, content).Result;
        var value = answer.Content.ReadFromJsonAsync<JsonNode>().Result!["value"];
        return answer.IsSuccessStatusCode
            ? value
            : throw new InvalidOperationException($"{path}: {value?["message"]}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
