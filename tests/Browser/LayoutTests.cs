using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>What must hold on every screen: nothing moves sideways, everything is reachable, readable, named and large enough to touch.</summary>
public sealed class LayoutTests(Chromium chromium)
{
    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(2560)]
    public async Task Nothing_moves_sideways_at_any_width(int width)
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address, width, 740, touch: width < 500);
        await Expect(visit.Page.Locator("#example")).ToBeVisibleAsync();
        (await visit.SidewaysAsync()).ShouldBe(0, "signed out");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_what_is_behind_it(ColorScheme scheme)
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address, scheme: scheme);
        await Expect(visit.Page.Locator("#example")).ToBeVisibleAsync();
        await visit.RegisterAsync("mira", "short");
        (await FaintTextsAsync(visit)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_control_has_a_name_and_room_for_a_finger()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address, 360, 740, touch: true);
        await Expect(visit.Page.Locator("#example")).ToBeVisibleAsync();
        (await PoorControlsAsync(visit)).ShouldBeEmpty();
    }

    // A file input is drawn by its label, which wears the ring for it.
    internal static Task<string> RingAsync(Visit visit) => visit.Page.EvaluateAsync<string>(
        """
        () => {
          const focused = document.activeElement;
          const style = getComputedStyle(focused.type === "file" ? [...focused.labels].at(-1) : focused);
          return `${style.outlineWidth} ${style.outlineStyle}`;
        }
        """);

    /// <summary>Texts with a contrast below WCAG 2.2's 4.5:1 (3:1 when large) against the nearest background that is painted.</summary>
    internal static Task<string[]> FaintTextsAsync(Visit visit) => visit.OfWholePageAsync<string[]>(
        """
        () => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          // Pages have many texts and few colours, and reading a pixel is slow.
          const parsed = new Map();
          const parse = (color) => {
            if (!parsed.has(color)) {
              canvas.clearRect(0, 0, 1, 1);
              canvas.fillStyle = color;
              canvas.fillRect(0, 0, 1, 1);
              parsed.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
            }
            return parsed.get(color);
          };
          const luminance = ([r, g, b]) => {
            const [x, y, z] = [r, g, b].map((value) => value / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const behind = (element) => {
            for (let one = element; one; one = one.parentElement) {
              const color = parse(getComputedStyle(one).backgroundColor);
              if (color[3] === 255) {
                return color;
              }
            }
            return [255, 255, 255];
          };
          const texts = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""));
          return texts.flatMap((one) => {
            const style = getComputedStyle(one);
            const color = parse(one instanceof SVGElement ? style.fill : style.color);
            const [light, dark] = [luminance(color), luminance(behind(one))].sort((a, b) => b - a);
            const contrast = (light + 0.05) / (dark + 0.05);
            const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
            return contrast < (isLarge ? 3 : 4.5) ? [`${one.textContent.trim().slice(0, 40)}: ${contrast.toFixed(2)}`] : [];
          });
        }
        """);

    /// <summary>Controls without a name, and controls smaller than 44 by 44 pixels that are not links within a text.</summary>
    internal static Task<string[]> PoorControlsAsync(Visit visit) => visit.OfWholePageAsync<string[]>(
        """
        () => [...document.querySelectorAll("button, input, textarea, summary, label.drop, a.brand")].filter((one) => one.checkVisibility()).flatMap((one) => {
          const ids = (one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
          const name = one.getAttribute("aria-label") || ids.map((id) => document.getElementById(id).textContent).join(" ") || [...(one.labels ?? [])].map((label) => label.textContent).join(" ") || one.textContent;
          // A radio button or a checkbox is touched by its label.
          const box = (one.type === "radio" || one.type === "checkbox" ? one.closest("label") ?? one : one).getBoundingClientRect();
          const isDrawn = one.type !== "file";
          const isSmall = isDrawn && (box.height < 44 || box.width < 44) && !one.classList.contains("link-button");
          return name.trim() === "" ? [`no name: ${one.outerHTML.slice(0, 80)}`] : isSmall ? [`${name.trim()}: ${box.width} x ${box.height}`] : [];
        })
        """);
}
