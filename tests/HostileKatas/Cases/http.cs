// hostile: asks a server -> new HttpClient at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static async Task Run() => await new HttpClient().GetStringAsync("http://127.0.0.1:1/");
}
